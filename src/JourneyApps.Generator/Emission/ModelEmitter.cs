using JourneyApps.Generator.Specs;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes the class of a model.</summary>
internal static class ModelEmitter
{
    /// <summary>Writes the class.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model, SchemaSettings settings)
    {
        string name = model.Names.Class;
        ModelDocs.Emit(writer, model);
        writer.Line(FileHeader.GeneratedCode);
        writer.Line("[_c(typeof(_p.ModelConverter<", name, ">))]");
        writer.Line("[_s.Diagnostics.DebuggerDisplay(\"{ToString(),nq}\")]");
        writer.Line("[_d.DataContract]");
        writer.Part(settings.Accessibility, " sealed partial class ", name, " : _p.IModel<", name, ">");
        writer.Line(settings.NotifiesChanges ? ", " + NotificationEmitter.Interface : "");
        writer.Open();
        PropertyEmitter.BackingFields(writer, model);
        Construction(writer, name);
        Metadata(writer, name);
        if (settings.NotifiesChanges) NotificationEmitter.Emit(writer, name);
        PropertyEmitter.Properties(writer, model, settings.NotifiesChanges);
        writer.Line("/// <summary>Model, id and display text.</summary>");
        writer.Part("public override string ToString() => _t.ToText(");
        writer.Literal(model.SchemaName);
        writer.Line(");");
        writer.Line();
        InfoEmitter.Emit(writer, model);
        ReadEmitter.Emit(writer, model);
        WriteEmitter.Emit(writer, model);
        CopyEmitter.Emit(writer, model);
        RoundTripEmitter.Emit(writer);
        writer.Close();
        writer.Line();
    }

    private static void Construction(CodeWriter writer, string name)
    {
        writer.Line("/// <summary>A new object with a random id.</summary>");
        writer.Line("public ", name, "() => _t = _p.ModelState.New();");
        writer.Line("/// <summary>The object with this id, to change it without reading it.</summary>");
        writer.Line("public ", name, "(_j.Id<", name, "> id) => _t = _p.ModelState.Existing(id.Value);");
        writer.Line(name, "(_p.ModelState state) => _t = state;");
        writer.Line("/// <summary>A new object with this id.</summary>");
        writer.Line("public static ", name, " New(_j.Id<", name, "> id) => new(_p.ModelState.New(id.Value));");
        writer.Line();
    }

    private static void Metadata(CodeWriter writer, string name)
    {
        writer.Line("/// <summary>The object's id.</summary>");
        writer.Line("public _j.Id<", name, "> Id => _t.IdOf<", name, ">();");
        writer.Line("/// <summary>The last change on the server (UTC); null for a new object.</summary>");
        writer.Line("public _s.DateTimeOffset? UpdatedAt => _t.UpdatedAt;");
        writer.Line("/// <summary>The display text; null until the object is read.</summary>");
        writer.Line("public string? Display => _t.Display;");
        writer.Line("/// <summary>Whether it is not on the server yet.</summary>");
        writer.Line("public bool IsNew => _t.IsNew;");
        writer.Line("/// <summary>Whether an update has values to send.</summary>");
        writer.Line("public bool HasChanges => _t.HasChanges;");
        writer.Line("/// <summary>Whether the server may have newer values, as after a batch.</summary>");
        writer.Line("public bool IsStale => _t.IsStale;");
        writer.Line();
    }
}
