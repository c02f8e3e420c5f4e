terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.25"
    }
  }

  # Made by terraform/bootstrap. Locked by S3 itself; no DynamoDB table.
  backend "s3" {
    bucket       = "salesync-dev-terraform-state"
    key          = "salesync.tfstate"
    region       = "ap-northeast-2"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region              = "ap-northeast-2"
  allowed_account_ids = [var.account_id]
  default_tags {
    tags = {
      application = "salesync"
      environment = "dev"
    }
  }
}

variable "account_id" {
  description = "The AWS account of dev; anything else is refused"
  type        = string
}

variable "administrator_arns" {
  description = "IAM principals that administer the cluster"
  type        = set(string)
}

variable "operator_cidrs" {
  description = "Networks from which kubectl works from outside the VPC"
  type        = list(string)
  default     = []
}

variable "github_repository" {
  description = "owner/name of the repository that releases"
  type        = string
}

variable "load_balancer_policy_arn" {
  description = "Policy of the AWS Load Balancer Controller"
  type        = string
  default     = null
}

# Small and interruptible: one NAT gateway, Spot nodes, PostgreSQL and Kafka as pods. About 200 USD a month.
module "salesync" {
  source                   = "../../modules/salesync"
  environment              = "dev"
  region                   = "ap-northeast-2"
  cidr                     = "10.20.0.0/16"
  nat_gateways             = 1
  kubernetes_version       = "1.34"
  operator_cidrs           = var.operator_cidrs
  administrator_arns       = var.administrator_arns
  instance_types           = ["t4g.large", "m7g.large"]
  spot                     = true
  nodes                    = { min = 2, max = 4 }
  database                 = null
  protected                = false
  github_repository        = var.github_repository
  load_balancer_policy_arn = var.load_balancer_policy_arn
  frontend                 = { bucket_name = "salesync-dev-client-${var.account_id}" }
}
