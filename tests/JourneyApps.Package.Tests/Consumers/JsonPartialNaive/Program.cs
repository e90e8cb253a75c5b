using System.Text.Json;
using Acme.Field;

// Compiles, and loses everything: what the warning is for.
Kept.Print(job => JsonSerializer.Deserialize(
    JsonSerializer.Serialize(new Visit { Job = job }, AppJsonContext.Default.Visit), AppJsonContext.Default.Visit)!.Job!);
