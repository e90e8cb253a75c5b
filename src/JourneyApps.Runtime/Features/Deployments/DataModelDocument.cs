using System.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Schema;

namespace JourneyApps.Deployments;

/// <summary>The deployed data model, as the server sent it: <c>datamodel.json</c> or <c>datamodel.xml</c>.</summary>
public sealed class DataModelDocument
{
    private readonly Lazy<DataModel> _dataModel;

    /// <summary>Creates a document, for tests of code that reads it.</summary>
    /// <param name="content">The document in UTF-8.</param>
    /// <param name="entityTag">The server's entity tag; null if there is none.</param>
    /// <param name="hash">The identifier of the data model, as in the oplog; null if it is not known.</param>
    public DataModelDocument(ReadOnlyMemory<byte> content, string? entityTag = null, string? hash = null)
    {
        Content = content;
        EntityTag = entityTag;
        Hash = hash;
        _dataModel = new Lazy<DataModel>(() => SchemaParser.Parse(Text).DataModel);
    }

    /// <summary>The bytes that the server sent.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The content as text, without a byte order mark.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span) is var text && text.StartsWith('\uFEFF') ? text[1..] : text;

    /// <summary>The server's entity tag, which the next call can use to ask whether the data model has changed; null if there is
    /// none.</summary>
    public string? EntityTag { get; }

    /// <summary>The identifier of this data model, as in the oplog; null for XML, and if the server did not send one.</summary>
    public string? Hash { get; }

    /// <summary>The parsed data model. It is parsed on first use. The JSON form does not contain media types, indexes, webhooks and push
    /// messages.</summary>
    public DataModel DataModel => _dataModel.Value;

    /// <exception cref="JsonException">The response is not a data model.</exception>
    internal static DataModelDocument? FromJson(ApiResponse response)
    {
        if (response.IsNotModified) return null;
        JsonElement root = JsonParts.Root(response);
        return root.Member("models").ValueKind == JsonValueKind.Object
            ? new DataModelDocument(response.Content.ToArray(), TagOf(response), root.Text("datamodel_hash"))
            : throw new JsonException("The data model has no models.");
    }

    internal static DataModelDocument? FromXml(ApiResponse response)
        => response.IsNotModified ? null : new DataModelDocument(response.Content.ToArray(), TagOf(response));

    private static string? TagOf(ApiResponse response)
        => response.Headers.TryGetValues("ETag", out IEnumerable<string>? tags) && tags.FirstOrDefault() is { } tag && IsTag(tag)
            ? tag
            : null;

    /// <summary>Whether a text can be sent as an entity tag.</summary>
    internal static bool IsTag(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
