using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>System.Text.Json's generated code for reading.</summary>
[JsonSerializable(typeof(PageDto))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ReadContext : JsonSerializerContext;
