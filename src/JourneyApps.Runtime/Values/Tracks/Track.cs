using System.Runtime.Serialization;
using System.Text;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Tracks;

namespace JourneyApps;

/// <summary>The value of a track field. The platform does not document its format, so the JSON is kept as the server sent it.</summary>
[DataContract]
[JsonConverter(typeof(ValueConverterFactory))]
public sealed class Track : IEquatable<Track>, IConverterSource
{
    /// <summary>Creates a track from JSON.</summary>
    /// <param name="json">A JSON value other than null.</param>
    /// <exception cref="ArgumentException">The text is not a single JSON value, or it is null.</exception>
    public Track([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Null)
                throw new ArgumentException("The value of a track cannot be null.", nameof(json));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The text is not a single JSON value.", nameof(json), exception);
        }

        Json = json;
    }

    private Track(string json, bool isChecked)
    {
        _ = isChecked;
        Json = json;
    }

    /// <summary>The JSON text.</summary>
    [DataMember(Name = "json")]
    public string Json { get; }

    internal static Track FromReader(ReadOnlySpan<byte> json) => new(Encoding.UTF8.GetString(json), isChecked: true);

    /// <inheritdoc/>
    public bool Equals(Track? other) => other is not null && other.Json == Json;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Track);

    /// <inheritdoc/>
    public override int GetHashCode() => Json.GetHashCode(StringComparison.Ordinal);

    /// <summary>The JSON text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Json;

    JsonConverter IConverterSource.CreateConverter() => new TrackConverter();
}
