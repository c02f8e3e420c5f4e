mock_provider "aws" {}

variables {
  name               = "salesync-prd"
  environment        = "prd"
  cluster_name       = "salesync-prd"
  pod_identity_trust = "{}"
  github_repository  = "salesync/salesync"
  repository_arns    = ["arn:aws:ecr:ap-northeast-2:000000000000:repository/salesync/order-service"]
  secret_arns        = ["arn:aws:secretsmanager:ap-northeast-2:000000000000:secret:salesync/prd/openai-abc"]
  secret_key_arn     = "arn:aws:kms:ap-northeast-2:000000000000:key/1"
}

run "texts_from_tokyo_only" {
  assert {
    condition = jsondecode(aws_iam_role_policy.sms.policy).Statement == [{
      Effect      = "Allow"
      Action      = "sns:Publish"
      NotResource = "arn:aws:sns:*:*:*"
      Condition   = { StringEquals = { "aws:RequestedRegion" = "ap-northeast-1" } }
    }]
    error_message = "The dashboard may publish texts in ap-northeast-1 and do nothing else."
  }
}

run "releases_come_from_one_environment_of_one_repository" {
  assert {
    condition     = jsondecode(aws_iam_role.release.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == "repo:salesync/salesync:environment:prd"
    error_message = "Anyone's workflow could release."
  }
  assert {
    condition     = length([for s in jsondecode(aws_iam_role_policy.release.policy).Statement : s if s.Resource == "*" && s.Action != "ecr:GetAuthorizationToken"]) == 0
    error_message = "A release may push to our repositories only."
  }
}

run "a_wildcard_repository_is_refused" {
  command = plan
  variables {
    github_repository = "salesync/*"
  }
  expect_failures = [var.github_repository]
}
