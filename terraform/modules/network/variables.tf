variable "name" {
  description = "Prefix of all names"
  type        = string
}

variable "region" {
  description = "Region of the VPC"
  type        = string
}

variable "cidr" {
  description = "A /16 for the VPC"
  type        = string
  validation {
    condition     = endswith(var.cidr, "/16")
    error_message = "The subnets are cut out of a /16."
  }
}

variable "nat_gateways" {
  description = "1 (about 45 USD a month, a zone's failure cuts SNS and the model off) or 3 (one per zone)"
  type        = number
  validation {
    condition     = contains([1, 3], var.nat_gateways)
    error_message = "Either one NAT gateway or one per zone."
  }
}
