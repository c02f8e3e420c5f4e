terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_ecr_repository" "this" {
  name = "a"
  encryption {
    encryption_type = "KMS"
  }
}
