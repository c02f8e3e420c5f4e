mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c", "ap-northeast-2d"]
    }
  }
  mock_resource "aws_eks_cluster" {
    defaults = {
      identity = [{ oidc = [{ issuer = "https://oidc.example/id" }] }]
    }
  }
}

variables {
  account_id               = "000000000000"
  administrator_arns       = ["arn:aws:iam::000000000000:role/operator"]
  github_repository        = "salesync/salesync"
  frontend_domain          = "pos.salesync.example"
  frontend_certificate_arn = "arn:aws:acm:us-east-1:000000000000:certificate/1"
}

run "the_parts_fit_together" {
  assert {
    condition     = output.salesync.database_host == "postgres.salesync.internal"
    error_message = "The overlay expects its database elsewhere."
  }
  assert {
    condition     = alltrue([for cidr in output.salesync.public_subnet_cidrs : startswith(cidr, "10.10.")])
    error_message = "The overlay's network policies expect 10.10.0.0/16."
  }
  assert {
    condition     = length(output.salesync.repository_names) == 7 && length(output.salesync.secret_names) == 24
    error_message = "Seven repositories and twenty-four secrets."
  }
}
