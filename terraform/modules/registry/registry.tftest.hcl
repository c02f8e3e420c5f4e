mock_provider "aws" {}

variables {
  services = ["order-service", "sale-service"]
}

run "immutable_and_scanned" {
  command = plan

  assert {
    condition     = alltrue([for r in aws_ecr_repository.this : r.image_tag_mutability == "IMMUTABLE" && r.image_scanning_configuration[0].scan_on_push])
    error_message = "A tag must mean one image, and each image must be scanned."
  }
  assert {
    condition     = aws_ecr_repository.this["order-service"].name == "salesync/order-service"
    error_message = "The overlays expect salesync/<module>."
  }
}
