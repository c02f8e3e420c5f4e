mock_provider "aws" {}

variables {
  environment       = "prd"
  database_services = ["store", "item", "order", "sale", "dash", "consulting"]
}

run "every_secret_that_the_cluster_reads" {
  assert {
    condition = toset(output.names) == toset([
      "salesync/prd/internal-key-store", "salesync/prd/internal-key-item", "salesync/prd/internal-key-order",
      "salesync/prd/internal-key-sale", "salesync/prd/internal-key-dash", "salesync/prd/internal-key-consulting",
      "salesync/prd/internal-key-bff", "salesync/prd/internal-key-operator", "salesync/prd/internal-public-keys",
      "salesync/prd/signing-keys", "salesync/prd/openai", "salesync/prd/database-admin",
      "salesync/prd/database-store", "salesync/prd/database-item", "salesync/prd/database-order",
      "salesync/prd/database-sale", "salesync/prd/database-dash", "salesync/prd/database-consulting",
      "salesync/prd/database-owner-store", "salesync/prd/database-owner-item", "salesync/prd/database-owner-order",
      "salesync/prd/database-owner-sale", "salesync/prd/database-owner-dash", "salesync/prd/database-owner-consulting",
    ])
    error_message = "k8s/overlays/prd/secrets.yaml reads other secrets than these."
  }
  assert {
    condition     = keys(jsondecode(aws_secretsmanager_secret_version.generated["signing-keys"].secret_string)) == ["secret"]
    error_message = "The cluster reads the property \"secret\"."
  }
  assert {
    condition     = alltrue([for s in aws_secretsmanager_secret.generated : s.kms_key_id == aws_kms_key.this.arn])
    error_message = "Secrets must be encrypted with our own key."
  }
  assert {
    condition     = alltrue([for s in aws_secretsmanager_secret.callers : s.kms_key_id == aws_kms_key.this.arn])
    error_message = "Callers' keys must be encrypted with our own key."
  }
  assert {
    condition     = !contains(output.arns, aws_secretsmanager_secret.callers["internal-key-operator"].arn)
    error_message = "The operator's key is none of the cluster's business."
  }
}
