using System.ComponentModel;
using System.Text.Json.Serialization;

namespace JourneyApps.CompilerServices;

/// <summary>Serializes a model with System.Text.Json so that it is read back as it was: new, loaded or changed, with unset, null and value
/// distinguished.</summary>
/// <typeparam name="TModel">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelConverter<TModel> : JsonConverter<TModel>, ITypeInfoSource<TModel> where TModel : class, IModel<TModel>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">A value is not of its field's type; the message names model, field and object.</exception>
    public override TModel? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            ModelReader models = new(reader, fromRoundTrip: true);
            TModel model = models.Object<TModel>();
            reader = models.Json;
            return model;
        }
        catch (JsonValueException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The object has an upload that was not sent yet.</exception>
    public override void Write(Utf8JsonWriter writer, TModel value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        using JsonOutput output = new();
        ModelJson.WriteRoundTrip(value, output);
        JsonTokens.Copy(output.Written, writer);
    }
}
