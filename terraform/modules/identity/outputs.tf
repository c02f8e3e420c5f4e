output "release_role_arn" {
  description = "The repository variable AWS_RELEASE_ROLE"
  value       = aws_iam_role.release.arn
}
