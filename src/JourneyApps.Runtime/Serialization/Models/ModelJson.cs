using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Single objects to and from JSON.</summary>
internal static class ModelJson
{
    /// <summary>Reads one object as the API sends it.</summary>
    /// <exception cref="JsonValueException">A value that is not of its field's type, or malformed JSON.</exception>
    public static TModel Read<TModel>(ReadOnlySpan<byte> json) where TModel : class, IModel<TModel> => (TModel)Read(TModel.Info, json);

    /// <summary>Reads one object of a model whose class is not known at compile time.</summary>
    /// <exception cref="JsonValueException">A value that is not of its field's type, or malformed JSON.</exception>
    public static object Read(IModelInfo info, ReadOnlySpan<byte> json)
    {
        try
        {
            ModelReader reader = new(json);
            reader.Begin();
            object model = info.Read(ref reader);
            reader.EnsureEnd();
            return model;
        }
        catch (JsonException exception)
        {
            throw new JsonValueException(new JsonPlace(info.Untyped.Name), "valid JSON", exception) { IsWholeResponse = true };
        }
    }

    /// <summary>Reads a page of a list: <c>{objects, count, total, more}</c>, or a bare array. A value that cannot be represented makes its
    /// object unreadable, not the page.</summary>
    /// <exception cref="JsonValueException">The response is not JSON or not a page.</exception>
    public static ModelPage<TModel> ReadPage<TModel>(ReadOnlySpan<byte> body) where TModel : class, IModel<TModel>
    {
        try
        {
            ModelReader reader = new(body);
            reader.Begin();
            ModelPage<TModel> page = reader.Page<TModel>();
            reader.EnsureEnd();
            return page;
        }
        catch (JsonException exception)
        {
            throw new JsonValueException(new JsonPlace(null), "valid JSON", exception) { IsWholeResponse = true };
        }
    }

    /// <summary>Writes <c>{"job":{…}}</c>, the body of a create, put or patch.</summary>
    public static void WriteWrapped<TModel>(TModel model, in FieldMask mask, WriteKind kind, JsonBody body)
        where TModel : class, IModel<TModel>
    {
        body.Output.WriteRaw("{\""u8);
        body.Output.WriteRaw(TModel.Info.Untyped.NameUtf8);
        body.Output.WriteRaw("\":{"u8);
        WriteFields(model, mask, kind, body);
        body.Output.WriteRaw("}}"u8);
    }

    /// <summary>Writes <c>{"type":"job","id":"…",…}</c>, the object of a batch operation.</summary>
    public static void WriteFlat<TModel>(TModel model, in FieldMask mask, WriteKind kind, JsonBody body)
        where TModel : class, IModel<TModel>
    {
        body.Output.WriteRaw("{\"type\":\""u8);
        body.Output.WriteRaw(TModel.Info.Untyped.NameUtf8);
        body.Output.WriteRaw("\",\"id\":"u8);
        body.Output.WriteText(model.State.Id);
        WriteFields(model, mask, kind, body);
        body.Output.WriteRaw((byte)'}');
    }

    /// <summary>Writes the members alone, after what the open object already has.</summary>
    public static void WriteFields<TModel>(TModel model, in FieldMask mask, WriteKind kind, JsonBody body)
        where TModel : class, IModel<TModel>
    {
        ModelWriter writer = new(TModel.Info.Untyped, mask, body, kind == WriteKind.Replace ? WriteMode.ApiWithoutNulls : WriteMode.Api);
        model.Write(ref writer);
    }

    /// <summary>Writes an object for another serializer.</summary>
    public static void WriteRoundTrip<TModel>(TModel model, JsonOutput output) where TModel : class, IModel<TModel>
    {
        ref ModelState state = ref model.State;
        output.WriteRaw("{\"id\":"u8);
        output.WriteText(state.Id);
        if (state.UpdatedAtText is { } updatedAt && TModel.Info.FindMember("updated_at") is null)
        {
            output.WriteRaw(",\"updated_at\":"u8);
            output.WriteText(updatedAt);
        }

        if (state.Display is { } display && TModel.Info.FindMember("display") is null)
        {
            output.WriteRaw(",\"display\":"u8);
            output.WriteText(display);
        }

        if (TModel.Info.Changes(state) is { } changed)
        {
            output.WriteRaw(",\"$changed\":["u8);
            foreach (string name in changed)
            {
                output.Separate();
                output.WriteText(name);
            }

            output.WriteRaw((byte)']');
        }

        ModelWriter writer = new(TModel.Info.Untyped, state.Known, output, WriteMode.RoundTrip);
        model.Write(ref writer);
        output.WriteRaw((byte)'}');
    }
}
