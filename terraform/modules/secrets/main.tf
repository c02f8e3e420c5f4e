# Entries that External Secrets copies into the cluster. Their first values are made here and then left alone: rotation puts
# new versions (docs/operations.md). They are in the state as well, which is why its bucket is encrypted and closed.

locals {
  generated = merge(
    {
      "signing-keys" = "secret"
    },
    { for service in var.database_services : "database-${service}" => "password" },
    { for service in var.database_services : "database-owner-${service}" => "password" },
  )
}

resource "aws_kms_key" "this" {
  description             = "Secrets of ${var.environment}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

data "aws_secretsmanager_random_password" "generated" {
  for_each            = local.generated
  password_length     = 48
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "generated" {
  for_each                = local.generated
  name                    = "salesync/${var.environment}/${each.key}"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret_version" "generated" {
  for_each      = local.generated
  secret_id     = aws_secretsmanager_secret.generated[each.key].id
  secret_string = jsonencode({ (each.value) = data.aws_secretsmanager_random_password.generated[each.key].random_password })
  lifecycle {
    ignore_changes = [secret_string]
  }
}

data "aws_secretsmanager_random_password" "admin" {
  password_length     = 48
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "admin" {
  name                    = "salesync/${var.environment}/database-admin"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret_version" "admin" {
  secret_id     = aws_secretsmanager_secret.admin.id
  secret_string = jsonencode({ username = "postgres", password = data.aws_secretsmanager_random_password.admin.random_password })
  lifecycle {
    ignore_changes = [secret_string]
  }
}

# Filled by a person with deploy/internal-keys.sh ({"key": "..."}, {"public-keys": "..."}): no private key of a caller enters the
# state. The cluster reads all but the operator's.
resource "aws_secretsmanager_secret" "callers" {
  for_each = toset([
    "internal-key-store", "internal-key-item", "internal-key-order", "internal-key-sale", "internal-key-dash",
    "internal-key-consulting", "internal-key-bff", "internal-key-operator", "internal-public-keys",
  ])
  name                    = "salesync/${var.environment}/${each.key}"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = 7
}

# Filled by a person ({"api-key": "..."}); while it has no value, consulting answers with the offline adviser.
resource "aws_secretsmanager_secret" "openai" {
  name                    = "salesync/${var.environment}/openai"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = 7
}
