mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c", "ap-northeast-2d"]
    }
  }
}

variables {
  name         = "salesync-test"
  region       = "ap-northeast-2"
  cidr         = "10.10.0.0/16"
  nat_gateways = 3
}

run "three_zones_without_public_addresses" {
  command = plan

  assert {
    condition     = length(distinct(aws_subnet.private[*].availability_zone)) == 3
    error_message = "The nodes must be spread over three zones."
  }
  assert {
    condition     = tolist(output.public_subnet_cidrs) == tolist(["10.10.0.0/20", "10.10.16.0/20", "10.10.32.0/20"])
    error_message = "Public subnets must stay within 10.10.0.0/18, which the network policies allow."
  }
  assert {
    condition     = tolist(output.database_subnet_cidrs) == tolist(["10.10.192.0/20", "10.10.208.0/20", "10.10.224.0/20"])
    error_message = "Database subnets must stay within 10.10.192.0/18, which the network policies allow."
  }
}

run "no_way_out_of_the_database_subnets" {
  command = plan

  assert {
    condition     = length(aws_route.nat) == 3 && length(aws_nat_gateway.this) == 3
    error_message = "Only the three private route tables lead out, each through its own zone."
  }
}

run "two_nat_gateways_are_refused" {
  command = plan
  variables {
    nat_gateways = 2
  }
  expect_failures = [var.nat_gateways]
}
