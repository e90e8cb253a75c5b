using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.CompilerServices;

/// <summary>Gives System.Text.Json the converter of a closed id, choice or choice set. Public for serialisers' generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IConverterSource).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        ConverterSources.Find(typeToConvert)?.CreateConverter();
}
