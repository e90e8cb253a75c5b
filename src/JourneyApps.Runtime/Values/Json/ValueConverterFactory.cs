using System.ComponentModel;
using System.Text.Json.Serialization;

namespace JourneyApps.CompilerServices;

/// <summary>Creates the System.Text.Json converter of an id, choice, choice set, location, file or track. Public for the code of serializer
/// generators.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IConverterSource).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => ConverterSources.Find(typeToConvert)?.CreateConverter();
}
