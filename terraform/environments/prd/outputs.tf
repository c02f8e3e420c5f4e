output "salesync" {
  description = "What operators and the repository's variables need"
  value       = module.salesync
}
