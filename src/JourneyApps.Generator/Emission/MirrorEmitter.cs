using JourneyApps.Generator.Specs;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes the client's mirror: a builder with one method a set, so that a handler of another model does not compile.</summary>
internal static class MirrorEmitter
{
    /// <summary>The nested builder; a set of this name gets a suffix.</summary>
    private const string Builder = "MirrorModels";

    /// <summary>Writes the method and the builder that it takes.</summary>
    public static void Emit(CodeWriter writer, ClientSpec client)
    {
        writer.Line();
        writer.Line("/// <summary>Keeps copies of models elsewhere: loads everything once, then follows the oplog.</summary>");
        writer.Line("/// <param name=\"models\">The models with their handlers.</param>");
        writer.Line("/// <param name=\"options\">Options; null for a mirror without checkpoints.</param>");
        writer.Part("public virtual _j.Mirroring.JourneyMirror Mirror(_s.Func<", Builder, ", ", Builder, "> models");
        writer.Write(", _j.Mirroring.MirrorOptions? options = null)");
        writer.Line(" => CreateMirror(models(new ", Builder, "()), options);");
        writer.Line();
        writer.Line("/// <summary>The models that a mirror copies.</summary>");
        writer.Line("public sealed class ", Builder, " : _j.Mirroring.MirrorBuilder");
        writer.Open();
        foreach (SetSpec set in client.Sets) Method(writer, set);
        writer.Close();
    }

    private static void Method(CodeWriter writer, SetSpec set)
    {
        writer.Line("/// <summary>Copies the objects of <see cref=\"", set.Class, "\"/>.</summary>");
        writer.Line("/// <param name=\"handler\">Keeps the copy.</param>");
        writer.Part("public ", Builder, " ", set.Property, "(_j.Mirroring.IMirrorHandler<", set.Class, "> handler)");
        writer.Line(" { Add(handler); return this; }");
    }
}
