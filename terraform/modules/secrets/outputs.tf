output "names" {
  value = concat(
    [for secret in aws_secretsmanager_secret.generated : secret.name],
    [for secret in aws_secretsmanager_secret.callers : secret.name],
    [aws_secretsmanager_secret.admin.name, aws_secretsmanager_secret.openai.name],
  )
}

# What the cluster may read: an operator's key is none of its business.
output "arns" {
  value = concat(
    [for secret in aws_secretsmanager_secret.generated : secret.arn],
    [for name, secret in aws_secretsmanager_secret.callers : secret.arn if name != "internal-key-operator"],
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
