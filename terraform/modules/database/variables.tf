variable "name" {
  description = "Name of the instance"
  type        = string
}

variable "vpc_id" {
  description = "VPC of the cluster"
  type        = string
}

variable "subnet_ids" {
  description = "Database subnets"
  type        = list(string)
}

variable "client_security_group_id" {
  description = "Security group of the cluster's nodes"
  type        = string
}

variable "engine_version" {
  description = "Major version, as the tests use it; minor upgrades are automatic"
  type        = string
  default     = "18"
}

variable "instance_class" {
  description = "db.t4g.medium (about 60 USD a month, twice that multi-AZ) serves some hundreds of shops; see docs/operations.md"
  type        = string
}

variable "multi_az" {
  description = "A standby in a second zone: fails over in about a minute, doubles the price"
  type        = bool
}

variable "storage_gib" {
  description = "Initial storage; grows by itself to four times this"
  type        = number
}

variable "backup_days" {
  description = "Days to which the database can be restored, to the second"
  type        = number
  validation {
    condition     = var.backup_days >= 1 && var.backup_days <= 35
    error_message = "RDS keeps 1 to 35 days; without backups point-in-time recovery is off."
  }
}

variable "max_connections" {
  description = "More than all pools of all pods at their most, the jobs and some for operators; deploy-checks adds them up"
  type        = number
  default     = 600
}

variable "deletion_protection" {
  description = "Refuse deletion, and take a last snapshot when it is switched off"
  type        = bool
}

variable "admin" {
  description = "The administrator, used by the job that creates the services' roles"
  type        = object({ username = string, password = string })
  sensitive   = true
}
