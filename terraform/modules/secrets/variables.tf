variable "environment" {
  description = "Second part of every name: salesync/<environment>/..."
  type        = string
}

variable "database_services" {
  description = "Short names of the services that have a schema"
  type        = set(string)
}
