output "repository_arns" {
  value = [for repository in aws_ecr_repository.this : repository.arn]
}

output "repository_names" {
  value = [for repository in aws_ecr_repository.this : repository.name]
}
