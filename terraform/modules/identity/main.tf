# Who may do what in AWS: three workloads through Pod Identity, the release workflow through GitHub's OIDC. No user, no static key.

resource "aws_iam_role" "dashboard" {
  name               = "${var.name}-dashboard"
  assume_role_policy = var.pod_identity_trust
}

# Texts to phone numbers have no resource of their own: everything but topics and applications, and in Tokyo only.
resource "aws_iam_role_policy" "sms" {
  name = "publish-sms"
  role = aws_iam_role.dashboard.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect      = "Allow"
      Action      = "sns:Publish"
      NotResource = "arn:aws:sns:*:*:*"
      Condition   = { StringEquals = { "aws:RequestedRegion" = "ap-northeast-1" } }
    }]
  })
}

resource "aws_eks_pod_identity_association" "dashboard" {
  cluster_name    = var.cluster_name
  namespace       = "default"
  service_account = "dash"
  role_arn        = aws_iam_role.dashboard.arn
}

resource "aws_iam_role" "external_secrets" {
  name               = "${var.name}-external-secrets"
  assume_role_policy = var.pod_identity_trust
}

resource "aws_iam_role_policy" "external_secrets" {
  name = "read-secrets"
  role = aws_iam_role.external_secrets.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], Resource = var.secret_arns },
      { Effect = "Allow", Action = "kms:Decrypt", Resource = var.secret_key_arn },
    ]
  })
}

resource "aws_eks_pod_identity_association" "external_secrets" {
  cluster_name    = var.cluster_name
  namespace       = "external-secrets"
  service_account = "external-secrets"
  role_arn        = aws_iam_role.external_secrets.arn
}

resource "aws_iam_role" "load_balancer" {
  name               = "${var.name}-load-balancer-controller"
  assume_role_policy = var.pod_identity_trust
}

resource "aws_iam_role_policy_attachment" "load_balancer" {
  count      = var.load_balancer_policy_arn == null ? 0 : 1
  role       = aws_iam_role.load_balancer.name
  policy_arn = var.load_balancer_policy_arn
}

resource "aws_eks_pod_identity_association" "load_balancer" {
  cluster_name    = var.cluster_name
  namespace       = "kube-system"
  service_account = "aws-load-balancer-controller"
  role_arn        = aws_iam_role.load_balancer.arn
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "release" {
  name                 = "${var.name}-release"
  max_session_duration = 3600
  # Jobs of the GitHub environment of this name only, which GitHub guards with its own rules (main branch, reviewers).
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = "repo:${var.github_repository}:environment:${var.environment}"
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "release" {
  name = "push-images"
  role = aws_iam_role.release.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" },
      {
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
          "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
        ]
        Resource = var.repository_arns
      },
    ]
  })
}
