mock_provider "aws" {}

variables {
  environment       = "prd"
  database_services = ["store", "item", "order", "sale", "dash", "consulting"]
}

run "every_secret_that_the_cluster_reads" {
  assert {
    condition = toset(output.names) == toset([
      "salesync/prd/internal-key", "salesync/prd/signing-keys", "salesync/prd/openai", "salesync/prd/database-admin",
      "salesync/prd/database-store", "salesync/prd/database-item", "salesync/prd/database-order",
      "salesync/prd/database-sale", "salesync/prd/database-dash", "salesync/prd/database-consulting",
      "salesync/prd/database-owner-store", "salesync/prd/database-owner-item", "salesync/prd/database-owner-order",
      "salesync/prd/database-owner-sale", "salesync/prd/database-owner-dash", "salesync/prd/database-owner-consulting",
    ])
    error_message = "k8s/overlays/prd/secrets.yaml reads other secrets than these."
  }
  assert {
    condition     = keys(jsondecode(aws_secretsmanager_secret_version.generated["internal-key"].secret_string)) == ["key"]
    error_message = "The cluster reads the property \"key\"."
  }
  assert {
    condition     = alltrue([for s in aws_secretsmanager_secret.generated : s.kms_key_id == aws_kms_key.this.arn])
    error_message = "Secrets must be encrypted with our own key."
  }
}
