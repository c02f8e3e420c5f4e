output "address" {
  value = aws_db_instance.this.address
}

output "host" {
  description = "What the services are configured with"
  value       = aws_route53_record.postgres.name
}
