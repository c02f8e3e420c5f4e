output "names" {
  value = concat(
    [for secret in aws_secretsmanager_secret.generated : secret.name],
    [aws_secretsmanager_secret.admin.name, aws_secretsmanager_secret.openai.name],
  )
}

output "arns" {
  value = concat(
    [for secret in aws_secretsmanager_secret.generated : secret.arn],
    [aws_secretsmanager_secret.admin.arn, aws_secretsmanager_secret.openai.arn],
  )
}

output "key_arn" {
  value = aws_kms_key.this.arn
}

output "database_admin" {
  value     = jsondecode(aws_secretsmanager_secret_version.admin.secret_string)
  sensitive = true
}
