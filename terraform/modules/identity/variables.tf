variable "name" {
  description = "Prefix of the roles"
  type        = string
}

variable "environment" {
  description = "GitHub environment whose jobs may release"
  type        = string
}

variable "cluster_name" {
  description = "EKS cluster of the pod identities"
  type        = string
}

variable "pod_identity_trust" {
  description = "Trust policy that the cluster module gives out"
  type        = string
}

variable "github_repository" {
  description = "owner/name"
  type        = string
  validation {
    condition     = can(regex("^[^/*]+/[^/*]+$", var.github_repository))
    error_message = "owner/name, without wildcards."
  }
}

variable "repository_arns" {
  description = "ECR repositories that a release may push to"
  type        = list(string)
}

variable "secret_arns" {
  description = "Secrets that External Secrets may read"
  type        = list(string)
}

variable "secret_key_arn" {
  description = "Key they are encrypted with"
  type        = string
}

variable "load_balancer_policy_arn" {
  description = "Policy of the AWS Load Balancer Controller, created from the document that its release publishes"
  type        = string
  default     = null
}
