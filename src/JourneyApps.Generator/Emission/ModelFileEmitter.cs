using JourneyApps.Generator.Specs;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes one file of models.</summary>
internal static class ModelFileEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(ModelFile<ModelSpec> file, CancellationToken cancellation)
    {
        using var writer = new CodeWriter(cancellation);
        FileHeader.Marks(writer);
        FileHeader.AliasesAndNamespace(writer, file.Settings.Namespace);
        if (file.Settings.Rows) FileHeader.RowAlias(writer);
        bool first = true;
        foreach (ModelSpec model in file.Models)
        {
            if (!first) writer.Line();
            first = false;
            string access = file.Settings.Accessibility;
            ModelEmitter.Emit(writer, model, file.Settings);
            TokenEmitter.Emit(writer, model, access);
            ChoiceEmitter.Emit(writer, model, access);
            SetEmitter.Emit(writer, model, access);
            if (model.Row is { } row) RowEmitter.Emit(writer, model, row, access);
        }

        return writer.ToString();
    }
}
