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
    bucket       = "salesync-prd-terraform-state"
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
      environment = "prd"
    }
  }
}

variable "account_id" {
  description = "The AWS account of prd; anything else is refused"
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

variable "frontend_domain" {
  description = "Host name of the web client"
  type        = string
}

variable "frontend_certificate_arn" {
  description = "Its certificate, in us-east-1"
  type        = string
}

# Survives the loss of a zone. About 750 USD a month: nodes 250, NAT 135, RDS 180, EKS 73, the rest traffic and disks.
module "salesync" {
  source                   = "../../modules/salesync"
  environment              = "prd"
  region                   = "ap-northeast-2"
  cidr                     = "10.10.0.0/16"
  nat_gateways             = 3
  kubernetes_version       = "1.34"
  operator_cidrs           = var.operator_cidrs
  administrator_arns       = var.administrator_arns
  instance_types           = ["m7g.large"]
  spot                     = false
  nodes                    = { min = 3, max = 9 }
  protected                = true
  github_repository        = var.github_repository
  load_balancer_policy_arn = var.load_balancer_policy_arn

  database = {
    instance_class = "db.t4g.large"
    multi_az       = true
    storage_gib    = 50
    backup_days    = 14
  }

  frontend = {
    bucket_name     = "salesync-prd-client-${var.account_id}"
    domain          = var.frontend_domain
    certificate_arn = var.frontend_certificate_arn
  }
}
