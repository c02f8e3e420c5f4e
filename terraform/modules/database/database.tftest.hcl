mock_provider "aws" {}

variables {
  name                     = "salesync-test"
  vpc_id                   = "vpc-1"
  subnet_ids               = ["subnet-a", "subnet-b", "subnet-c"]
  client_security_group_id = "sg-1"
  instance_class           = "db.t4g.medium"
  multi_az                 = true
  storage_gib              = 50
  backup_days              = 14
  deletion_protection      = true
  admin                    = { username = "postgres", password = "not-a-real-one" }
}

run "encrypted_private_and_backed_up" {
  assert {
    condition     = aws_db_instance.this.storage_encrypted && !aws_db_instance.this.publicly_accessible && aws_db_instance.this.multi_az
    error_message = "The database must be encrypted, private and redundant."
  }
  assert {
    condition     = aws_db_instance.this.backup_retention_period == 14 && !aws_db_instance.this.skip_final_snapshot
    error_message = "Backups must be kept, also when the instance goes."
  }
  assert {
    condition     = one([for p in aws_db_parameter_group.this.parameter : p.value if p.name == "rds.force_ssl"]) == "1"
    error_message = "Connections must be encrypted."
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.cluster.referenced_security_group_id == "sg-1"
    error_message = "Only the cluster may connect."
  }
}

run "no_backups_are_refused" {
  command = plan
  variables {
    backup_days = 0
  }
  expect_failures = [var.backup_days]
}
