using System.Text.Json.Serialization;

namespace FieldService;

/// <summary>The reader's own context, of which a page speaks.</summary>
[JsonSerializable(typeof(string))]
public sealed partial class AppJsonContext : JsonSerializerContext;
