using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Transport.Bodies;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Single objects to and from JSON.</summary>
internal static class ModelJson
{
    /// <summary>Reads one object as the API sends it.</summary>
    /// <exception cref="JsonValueException">A value that is not of its field's type, or JSON that is none.</exception>
    public static TModel Read<TModel>(ReadOnlySpan<byte> json) where TModel : class, IModel<TModel> => (TModel)Read(TModel.Info, json);

    /// <summary>Reads one object of a model that is known by its description only.</summary>
    /// <exception cref="JsonValueException">A value that is not of its field's type, or JSON that is none.</exception>
    public static object Read(ModelInfo info, ReadOnlySpan<byte> json)
    {
        try
        {
            ModelReader reader = new(json);
            reader.Begin();
            object model = info.ReadObject(ref reader);
            reader.EnsureEnd();
            return model;
        }
        catch (JsonException exception)
        {
            throw new JsonValueException(new JsonPlace(info.Name), "valid JSON", exception) { IsWholeAnswer = true };
        }
    }

    /// <summary>Reads the object that a reader stands on, inside of a larger answer.</summary>
    /// <exception cref="JsonValueException">A value that is not of its field's type.</exception>
    /// <exception cref="JsonException">The JSON is none.</exception>
    public static object ReadValue(ModelInfo info, ref Utf8JsonReader json)
    {
        ModelReader reader = new(json);
        object model = info.ReadObject(ref reader);
        json = reader.Json;
        return model;
    }

    /// <summary>Writes <c>{"job":{…}}</c>, the body of a create, put or patch.</summary>
    public static void WriteWrapped<TModel>(TModel model, in FieldMask mask, WriteKind kind, JsonBody body) where TModel : class, IModel<TModel>
    {
        body.Output.WriteRaw("{\""u8);
        body.Output.WriteRaw(TModel.Info.NameUtf8);
        body.Output.WriteRaw("\":{"u8);
        WriteFields(model, mask, kind, body);
        body.Output.WriteRaw("}}"u8);
    }

    /// <summary>Writes <c>{"type":"job","id":"…",…}</c>, the object of a batch operation.</summary>
    public static void WriteFlat<TModel>(TModel model, in FieldMask mask, WriteKind kind, JsonBody body) where TModel : class, IModel<TModel>
    {
        body.Output.WriteRaw("{\"type\":\""u8);
        body.Output.WriteRaw(TModel.Info.NameUtf8);
        body.Output.WriteRaw("\",\"id\":"u8);
        body.Output.WriteText(model.State.Id);
        WriteFields(model, mask, kind, body);
        body.Output.WriteRaw((byte)'}');
    }

    /// <summary>Writes the members alone, after whatever stands before them in an open object.</summary>
    public static void WriteFields<TModel>(TModel model, in FieldMask mask, WriteKind kind, JsonBody body) where TModel : class, IModel<TModel>
    {
        ModelWriter writer = new(TModel.Info, mask, body, kind == WriteKind.Replace ? WriteMode.ApiWithoutNulls : WriteMode.Api);
        model.Write(ref writer);
    }

    /// <summary>Writes an object for another serializer.</summary>
    public static void WriteHop<TModel>(TModel model, JsonOutput output) where TModel : class, IModel<TModel>
    {
        ref ModelState state = ref model.State;
        output.WriteRaw("{\"id\":"u8);
        output.WriteText(state.Id);
        if (state.HopUpdatedAt is { } updatedAt && TModel.Info.FindMember("updated_at") is null)
        {
            output.WriteRaw(",\"updated_at\":"u8);
            output.WriteText(updatedAt);
        }

        if (state.Display is { } display && TModel.Info.FindMember("display") is null)
        {
            output.WriteRaw(",\"display\":"u8);
            output.WriteText(display);
        }

        if (state.HopChanged(TModel.Info) is { } changed)
        {
            output.WriteRaw(",\"$changed\":["u8);
            foreach (string name in changed)
            {
                output.Separate();
                output.WriteText(name);
            }

            output.WriteRaw((byte)']');
        }

        ModelWriter writer = new(TModel.Info, state.Known, output, WriteMode.Hop);
        model.Write(ref writer);
        output.WriteRaw((byte)'}');
    }

    public static Utf8JsonReader NewReader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = ReadLimits.Depth });
}
