terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_ecr_repository" "this" {
  name = "a"
}

output "url" {
  value = aws_ecr_repository.this.url
}
