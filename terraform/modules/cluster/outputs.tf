output "name" {
  value = aws_eks_cluster.this.name
}

output "endpoint" {
  value = aws_eks_cluster.this.endpoint
}

output "security_group_id" {
  description = "Of the nodes and the control plane"
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}

output "pod_identity_trust" {
  description = "Trust policy for roles that pods take through Pod Identity"
  value       = local.pod_identity_trust
}
