using System.Buffers;
using System.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A mirror's state as the text of a checkpoint: one line of JSON.</summary>
internal static class MirrorStateText
{
    private const int Version = 1;

    internal static string Write(MirrorState state)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("mirror", Version);
            if (state.Last is { } last) writer.WriteNumber("last", last);
            if (state.Hash is { } hash) writer.WriteString("hash", hash);
            writer.WriteStartArray("models");
            foreach (MirroredModel model in state.Models) Write(writer, model);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write(MirrorState)"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    internal static MirrorState Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (root.Count("mirror") != Version)
                throw new FormatException("This is not the checkpoint of a mirror, or it is from a later version.");
            return new MirrorState(Sequence(root, "last"), root.Text("hash"), [.. root.Items("models").Select(Model)]);
        }
        catch (JsonException fault)
        {
            throw new FormatException("This is not the checkpoint of a mirror.", fault);
        }
    }

    private static long? Sequence(JsonElement parent, string name)
    {
        if (parent.Member(name).ValueKind == JsonValueKind.Undefined) return null;
        return parent.Count(name) is { } sequence and >= 0
            ? sequence
            : throw new FormatException($"'{name}' is not a sequence of the oplog.");
    }

    private static void Write(Utf8JsonWriter writer, MirroredModel model)
    {
        writer.WriteStartObject();
        writer.WriteString("name", model.Name);
        writer.WriteNumber("generation", model.Generation);
        writer.WriteString("phase", Word(model.Phase));
        if (model.LoadedTo is { } to) writer.WriteString("loaded_to", to);
        if (model.CatchUpTo is { } end) writer.WriteNumber("catch_up_to", end);
        writer.WriteEndObject();
    }

    private static MirroredModel Model(JsonElement model) => new(
        model.Text("name") ?? throw new FormatException("A model of the checkpoint has no name."),
        model.Count("generation") ?? throw new FormatException("A model of the checkpoint has no generation."),
        Phase(model.Text("phase")))
    {
        LoadedTo = model.Text("loaded_to"),
        CatchUpTo = Sequence(model, "catch_up_to"),
    };

    private static string Word(MirrorPhase phase) => phase switch
    {
        MirrorPhase.Loading => "loading",
        MirrorPhase.CatchingUp => "catching-up",
        _ => "following",
    };

    private static MirrorPhase Phase(string? word) => word switch
    {
        "loading" => MirrorPhase.Loading,
        "catching-up" => MirrorPhase.CatchingUp,
        "following" => MirrorPhase.Following,
        _ => throw new FormatException("A model of the checkpoint has no phase."),
    };
}
