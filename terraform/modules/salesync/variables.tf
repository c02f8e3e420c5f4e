variable "environment" {
  description = "dev or prd: the overlay, the GitHub environment and part of every name"
  type        = string
  validation {
    condition     = contains(["dev", "prd"], var.environment)
    error_message = "There are overlays for dev and prd."
  }
}

variable "region" {
  description = "Region of everything but SNS, which is in ap-northeast-1 because Seoul sends no SMS"
  type        = string
}

variable "cidr" {
  description = "A /16; the overlay's network policies repeat parts of it"
  type        = string
}

variable "nat_gateways" {
  description = "1 or 3, see the network module"
  type        = number
}

variable "kubernetes_version" {
  description = "Minor version of EKS"
  type        = string
}

variable "operator_cidrs" {
  description = "Networks from which kubectl works; empty: from inside the VPC only"
  type        = list(string)
}

variable "administrator_arns" {
  description = "IAM principals that administer the cluster"
  type        = set(string)
}

variable "instance_types" {
  description = "Arm node types"
  type        = list(string)
}

variable "spot" {
  description = "Spot nodes"
  type        = bool
}

variable "nodes" {
  description = "Smallest and largest number of nodes"
  type        = object({ min = number, max = number })
}

variable "database" {
  description = "RDS, or null for none"
  type = object({
    instance_class = string
    multi_az       = bool
    storage_gib    = number
    backup_days    = number
  })
}

variable "protected" {
  description = "Refuse to delete the cluster and the database"
  type        = bool
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

variable "frontend" {
  description = "Bucket, and domain with certificate if there is one"
  type = object({
    bucket_name     = string
    domain          = optional(string)
    certificate_arn = optional(string)
  })
}
