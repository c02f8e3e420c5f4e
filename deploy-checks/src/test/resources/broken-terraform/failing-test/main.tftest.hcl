mock_provider "aws" {}

run "private" {
  command = plan
  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_policy
    error_message = "The bucket is public."
  }
}
