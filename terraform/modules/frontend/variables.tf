variable "bucket_name" {
  description = "Globally unique name of the bucket"
  type        = string
}

variable "domain" {
  description = "Host name of the client; null: the one that CloudFront gives"
  type        = string
  default     = null
}

variable "certificate_arn" {
  description = "ACM certificate for the domain, in us-east-1"
  type        = string
  default     = null
}
