mock_provider "aws" {
  mock_resource "aws_eks_cluster" {
    defaults = {
      identity = [{ oidc = [{ issuer = "https://oidc.example/id" }] }]
    }
  }
}

variables {
  name                = "salesync-test"
  kubernetes_version  = "1.34"
  subnet_ids          = ["subnet-a", "subnet-b", "subnet-c"]
  administrator_arns  = ["arn:aws:iam::000000000000:role/operator"]
  instance_types      = ["m7g.large"]
  nodes               = { min = 3, max = 6 }
  deletion_protection = true
}

run "private_and_encrypted" {
  assert {
    condition     = !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "Without operator networks the API must be private."
  }
  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].resources == toset(["secrets"])
    error_message = "Secrets must be encrypted."
  }
  assert {
    condition     = jsondecode(aws_eks_addon.network.configuration_values).enableNetworkPolicy == "true"
    error_message = "Network policies must be enforced."
  }
  assert {
    condition     = aws_launch_template.node.metadata_options[0].http_tokens == "required" && aws_launch_template.node.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Pods must not reach the node's credentials."
  }
}

run "the_world_is_refused" {
  command = plan
  variables {
    operator_cidrs = ["0.0.0.0/0"]
  }
  expect_failures = [var.operator_cidrs]
}
