using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>System.Text.Json's generated code for writing: the fast path.</summary>
[JsonSerializable(typeof(BatchDto))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class WriteContext : JsonSerializerContext;
