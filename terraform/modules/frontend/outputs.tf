output "host" {
  value = coalesce(var.domain, aws_cloudfront_distribution.this.domain_name)
}
