using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>The requests about one object.</summary>
internal static class ObjectRequests
{
    internal static ApiRequest Get(string model, string id, string? embed, RequestOptions? options)
        => new(HttpMethod.Get, embed is null ? Path(model, id) : $"{Path(model, id)}?embed={Uri.EscapeDataString(embed)}", "get")
        { Model = model, Options = options };

    internal static ApiRequest Delete(string model, string id, RequestOptions? options)
        => new(HttpMethod.Delete, Path(model, id), "delete")
        { Model = model, Options = options, IsWrite = true, SuccessMeansApplied = true, MayBeMissing = true };

    internal static ApiRequest Write(HttpMethod method, string operation, string model, string id, JsonBody body, RequestOptions? options)
        => new(method, Path(model, id), operation)
        { Model = model, Options = options, IsWrite = true, SuccessMeansApplied = true, Body = body };

    /// <summary>The body of a single write: the fields wrapped in the model's name.</summary>
    internal static JsonBody Body<TModel>(TModel model, WriteKind kind, in FieldMask mask)
        where TModel : class, IModel<TModel>
    {
        var body = new JsonBody();
        try
        {
            ModelJson.WriteWrapped(model, mask, kind, body);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static string Path(string model, string id) => $"objects/{model}/{ApiNames.CheckId(id)}.json";
}
