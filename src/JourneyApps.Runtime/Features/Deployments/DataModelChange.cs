namespace JourneyApps.Deployments;

/// <summary>How the deployed data model differs from the one that this code was generated from.</summary>
public enum DataModelChange
{
    /// <summary>The deployment has a model that this code does not know.</summary>
    ModelAdded,

    /// <summary>This code has a model that the deployment does not.</summary>
    ModelRemoved,

    /// <summary>The deployment has a field or relationship that this code does not know.</summary>
    FieldAdded,

    /// <summary>This code reads a field or relationship that the deployment does not have.</summary>
    FieldRemoved,

    /// <summary>The field has another type.</summary>
    FieldRetyped,

    /// <summary>The relationship leads to another model.</summary>
    RelationshipRetargeted,

    /// <summary>The choice has an option that this code does not know; it is read and kept all the same.</summary>
    OptionAdded,

    /// <summary>This code has an option that the deployment refuses.</summary>
    OptionRemoved,

    /// <summary>The option has another label.</summary>
    OptionRelabeled,
}
