terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_eks_cluster" "this" {
  name = "a"
  vpc_config {
    subnet_ids = []
  }
}
