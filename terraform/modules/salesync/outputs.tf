output "cluster_name" {
  value = module.cluster.name
}

output "release_role_arn" {
  value = module.identity.release_role_arn
}

output "database_host" {
  value = one(module.database[*].host)
}

output "frontend_host" {
  value = module.frontend.host
}

output "secret_names" {
  value = module.secrets.names
}

output "repository_names" {
  value = module.registry.repository_names
}

output "public_subnet_cidrs" {
  value = module.network.public_subnet_cidrs
}

output "database_subnet_cidrs" {
  value = module.network.database_subnet_cidrs
}
