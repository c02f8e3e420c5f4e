terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket              = "a"
  block_public_policy = false
}
