variable "name" {
  description = "Name of the cluster and prefix of its roles"
  type        = string
}

variable "kubernetes_version" {
  description = "Minor version; an extended-support version costs six times as much per hour"
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets in three zones"
  type        = list(string)
}

variable "operator_cidrs" {
  description = "Networks from which kubectl may reach the API from outside; empty: from inside the VPC only"
  type        = list(string)
  default     = []
  validation {
    condition     = !contains(var.operator_cidrs, "0.0.0.0/0")
    error_message = "The API server is never open to the world."
  }
}

variable "administrator_arns" {
  description = "IAM principals with administration rights in the cluster"
  type        = set(string)
}

variable "instance_types" {
  description = "Node types; the seven services want about 3.5 vCPU and 7 GiB at two replicas each"
  type        = list(string)
}

variable "arm64" {
  description = "Graviton nodes, about a fifth cheaper; the images are built for both"
  type        = bool
  default     = true
}

variable "spot" {
  description = "Spot instances, about two thirds cheaper, taken away with two minutes' notice"
  type        = bool
  default     = false
}

variable "nodes" {
  description = "Smallest and largest number of nodes"
  type        = object({ min = number, max = number })
}

variable "node_disk_gib" {
  description = "Disk per node; images and logs need about 15 GiB"
  type        = number
  default     = 40
}

variable "deletion_protection" {
  description = "Refuse to delete the cluster"
  type        = bool
}
