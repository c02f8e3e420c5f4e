mock_provider "aws" {}

variables {
  bucket_name     = "salesync-test-client"
  domain          = "pos.salesync.example"
  certificate_arn = "arn:aws:acm:us-east-1:000000000000:certificate/1"
}

run "only_cloudfront_reads_the_bucket" {
  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "The bucket must be private."
  }
  assert {
    condition     = jsondecode(aws_s3_bucket_policy.this.policy).Statement[0].Condition.StringEquals["AWS:SourceArn"] == aws_cloudfront_distribution.this.arn
    error_message = "Any distribution of anybody could read the bucket."
  }
  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021"
    error_message = "Old TLS must be refused."
  }
}
