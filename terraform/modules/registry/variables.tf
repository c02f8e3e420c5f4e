variable "services" {
  description = "Names of the deployable modules"
  type        = set(string)
}

variable "kept_images" {
  description = "Releases kept per service; 0.10 USD per GB and month, layers are shared"
  type        = number
  default     = 60
}
