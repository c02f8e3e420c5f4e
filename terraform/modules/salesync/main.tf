# One environment in one AWS account.

locals {
  name             = "salesync-${var.environment}"
  database_clients = toset(["store", "item", "order", "sale", "dash", "consulting"])
}

module "network" {
  source       = "../network"
  name         = local.name
  region       = var.region
  cidr         = var.cidr
  nat_gateways = var.nat_gateways
}

module "cluster" {
  source              = "../cluster"
  name                = local.name
  kubernetes_version  = var.kubernetes_version
  subnet_ids          = module.network.private_subnet_ids
  operator_cidrs      = var.operator_cidrs
  administrator_arns  = var.administrator_arns
  instance_types      = var.instance_types
  spot                = var.spot
  nodes               = var.nodes
  deletion_protection = var.protected
}

module "secrets" {
  source            = "../secrets"
  environment       = var.environment
  database_services = local.database_clients
}

# Without it the overlay runs PostgreSQL in the cluster, as dev does.
module "database" {
  count                    = var.database == null ? 0 : 1
  source                   = "../database"
  name                     = local.name
  vpc_id                   = module.network.vpc_id
  subnet_ids               = module.network.database_subnet_ids
  client_security_group_id = module.cluster.security_group_id
  instance_class           = var.database.instance_class
  multi_az                 = var.database.multi_az
  storage_gib              = var.database.storage_gib
  backup_days              = var.database.backup_days
  deletion_protection      = var.protected
  admin                    = module.secrets.database_admin
}

module "registry" {
  source = "../registry"
  services = [
    "bff-gateway", "store-service", "item-service", "order-service", "sale-service", "dashboard-service", "consulting-service",
  ]
}

module "identity" {
  source                   = "../identity"
  name                     = local.name
  environment              = var.environment
  cluster_name             = module.cluster.name
  pod_identity_trust       = module.cluster.pod_identity_trust
  github_repository        = var.github_repository
  repository_arns          = module.registry.repository_arns
  secret_arns              = module.secrets.arns
  secret_key_arn           = module.secrets.key_arn
  load_balancer_policy_arn = var.load_balancer_policy_arn
}

module "frontend" {
  source          = "../frontend"
  bucket_name     = var.frontend.bucket_name
  domain          = var.frontend.domain
  certificate_arn = var.frontend.certificate_arn
}
