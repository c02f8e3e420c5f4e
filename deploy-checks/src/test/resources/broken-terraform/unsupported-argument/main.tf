terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_ecr_repository" "this" {
  name = "a"
  image_scanning_configuration {
    scan_on_push  = true
    scan_on_pusch = true
  }
}
