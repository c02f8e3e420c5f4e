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
  account_id         = "000000000000"
  administrator_arns = ["arn:aws:iam::000000000000:role/operator"]
  github_repository  = "salesync/salesync"

}

run "the_parts_fit_together" {
  assert {
    condition     = output.salesync.database_host == null
    error_message = "The overlay expects its database elsewhere."
  }
  assert {
    condition     = alltrue([for cidr in output.salesync.public_subnet_cidrs : startswith(cidr, "10.20.")])
    error_message = "The overlay's network policies expect 10.20.0.0/16."
  }
  assert {
    condition     = length(output.salesync.repository_names) == 7 && length(output.salesync.secret_names) == 24
    error_message = "Seven repositories and twenty-four secrets."
  }
}
