using System.Globalization;
using System.Text;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>A schema of many models of the usual shape: eight scalars, a choice, a location, an attachment, a link.</summary>
internal static class LargeSchema
{
    public static string Of(int models)
    {
        var text = new StringBuilder("<data-model>\n");
        for (int i = 0; i < models; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                  <model name="work_item_{i}" label="Work item {i}">
                    <field name="title" label="Title" type="text"/>
                    <field name="notes" label="Notes" type="text:paragraph"/>
                    <field name="reference" label="Reference" type="text"/>
                    <field name="count" label="Count" type="integer"/>
                    <field name="cost" label="Cost" type="number"/>
                    <field name="due" label="Due" type="date"/>
                    <field name="started_at" label="Started at" type="datetime"/>
                    <field name="done" label="Done" type="boolean"/>
                    <field name="state" label="State" type="single-choice">
                      <option key="new">New</option>
                      <option key="busy">Busy</option>
                      <option key="done">Done</option>
                    </field>
                    <field name="position" label="Position" type="location"/>
                    <field name="picture" label="Picture" type="photo"/>
                    <belongs-to model="work_item_{(i + 1) % models}" name="next"/>
                    <display>{"{title}"}</display>
                  </model>

                """);
        }

        return text.Append("</data-model>\n").ToString();
    }
}
